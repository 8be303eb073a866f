// What any check must do: read the file, or every file of a folder, and decode it.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const [target = ''] = process.argv.slice(2);
const files = statSync(target).isDirectory() ? readdirSync(target).map(name => path.join(target, name)) : [target];
let units = 0;
for (const file of files) { units += readFileSync(file).toString('utf8').length; }
console.log(units);
