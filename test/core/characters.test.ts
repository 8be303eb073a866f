import assert from 'node:assert/strict';
import { characterName, describeCharacter } from '#core/text/characters.ts';
import { Kind, kindOf } from '#core/text/kinds.ts';

const described = new Set<number>([Kind.ZeroWidth, Kind.Joiner, Kind.BidiMark, Kind.BidiPaired, Kind.BidiOverride, Kind.Control, Kind.LineSeparator, Kind.UnusualSpace, Kind.Replacement, Kind.PrivateUse, Kind.Surrogate, Kind.Tatweel]);

suite('describeCharacter', () => {
	test('knows name, abbreviation and effect', () => {
		const mark = describeCharacter(0x200e);
		assert.equal(mark?.code, 'U+200E');
		assert.equal(mark.name, 'LEFT-TO-RIGHT MARK');
		assert.equal(mark.abbreviation, 'LRM');
		assert.match(mark.effect, /^[A-Z].*\.$/u);
	});
	test('knows every invisible or unusual character of the BMP, and no ordinary one', () => {
		for (let unit = 0; unit <= 0xffff; unit++) {
			const isKnown = describeCharacter(unit) !== undefined;
			if (described.has(kindOf(unit))) { assert.ok(isKnown, `U+${unit.toString(16)}`); }
			if ([Kind.Latin, Kind.Arabic, Kind.Hebrew, Kind.AsciiDigit, Kind.Blank, Kind.Mark, Kind.Stop].some(kind => kind === kindOf(unit))) { assert.ok(!isKnown, `U+${unit.toString(16)}`); }
		}
	});
	test('gives each character a chip of its own', () => {
		const seen = new Map<string, number>();
		for (let unit = 0; unit < 0xd800; unit++) {
			const abbreviation = describeCharacter(unit)?.abbreviation;
			if (abbreviation === undefined) { continue; }
			assert.ok(abbreviation.length >= 2 && abbreviation.length <= 5, abbreviation);
			assert.equal(seen.get(abbreviation), undefined, abbreviation);
			seen.set(abbreviation, unit);
		}
	});
	test('knows what lies beyond the BMP', () => {
		assert.equal(describeCharacter(0x1fffe)?.name, 'NONCHARACTER');
		assert.equal(describeCharacter(0x10fffd)?.name, 'PRIVATE USE');
		assert.equal(describeCharacter(0xe0067)?.name, 'TAG CHARACTER');
		assert.equal(describeCharacter(0x1f468), undefined);
	});
	test('names any character in messages', () => {
		assert.equal(characterName(0x1a), 'U+001A SUBSTITUTE');
		assert.equal(characterName(0x41), 'U+0041');
	});
});
