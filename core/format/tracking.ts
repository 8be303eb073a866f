/** Sources: the vendors' own documentation and the lists of ClearURLs and Brave; only names that mean nothing else. */
const list = ('fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid ttclid li_fat_id igshid igsh epik sc_cid '
	+ 'mc_cid mc_eid mkt_tok _hsenc _hsmi hsctatracking vero_id vero_conv oly_anon_id oly_enc_id rb_clickid s_cid '
	+ '_ga _gl _openstat xtor wt_mc wt_zmc wickedid cmpid ncid ref_src ref_url __twitter_impression spm at_medium at_campaign').split(' ');
const names = new Set(list);

/** Whether a parameter of an address only tells how a reader came to the page; its name in small letters. */
export const isTrackingName = (name: string): boolean => name.startsWith('utm_') || names.has(name);

/** Such a name behind a mark that parameters begin behind. */
const mark = new RegExp(`[?#&;](?:utm_|${list.join('|')})`, 'iu');

/** False where no parameter of an address has such a name, whatever it holds otherwise; quick. */
export const mayTrack = (address: string): boolean => mark.test(address);
