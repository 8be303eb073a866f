// What VS Code loads in the extension host, Node's or the web worker's: Mocha, then the suites, in one bundle (see bundle.mjs).
import './mocha.ts';
import 'warraq:suites';
export { run } from './mocha.ts';
