import { openHost } from '../shared/host.ts';
import { Page } from './page.ts';

// The page of the preview. It knows the host by messages alone, builds its elements from text, never from HTML, and
// keeps nothing the host can give again.
void new Page(openHost()).start();
