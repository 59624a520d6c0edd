import { dirname } from 'node:path';
import { buildPackages } from './build-packages.ts';

const { exitCode, output } = await buildPackages(dirname(import.meta.dirname));
console.log(output.trimEnd());
process.exitCode = exitCode;
