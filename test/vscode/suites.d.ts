declare module 'warraq:suites';
declare module 'mocha/mocha.js';
