import * as v2 from '@gigakit/ai-sdk/v2';
import * as v3 from '@gigakit/ai-sdk/v3';
import * as v4 from '@gigakit/ai-sdk/v4';
import * as ai5 from 'ai5';
import * as ai500 from 'ai500';
import * as ai6 from 'ai6';
import * as ai600 from 'ai600';
import * as ai7 from 'ai7';
import * as ai700 from 'ai700';
import { ai4Major } from './ai4-major.ts';
import type { Major } from './major.ts';
import { modernMajor } from './modern-major.ts';

const five = { ai: 5, module: ai5, generateImage: ai5.experimental_generateImage } as const;
const five00 = {
  ai: 5,
  isFloor: true,
  module: ai500,
  generateImage: ai500.experimental_generateImage,
} as const;
const six = { ai: 6, module: ai6, generateImage: ai6.generateImage } as const;
const six00 = { ai: 6, isFloor: true, module: ai600, generateImage: ai600.generateImage } as const;
const seven = { ai: 7, module: ai7, generateImage: ai7.generateImage } as const;
const seven00 = { ai: 7, isFloor: true, module: ai700, generateImage: ai700.generateImage } as const;

/** Every release that is promised, with every entry it accepts; of first releases, the entry made for them. */
export const allMajors: readonly Major[] = [
  ai4Major(),
  modernMajor({ ...five, name: 'ai 5.0.277 with /v2', entry: v2 }),
  modernMajor({ ...five00, name: 'ai 5.0.0 with /v2', entry: v2 }),
  modernMajor({ ...six, name: 'ai 6.0.326 with /v3', entry: v3 }),
  modernMajor({ ...six, name: 'ai 6.0.326 with /v2', entry: v2 }),
  modernMajor({ ...six00, name: 'ai 6.0.0 with /v3', entry: v3 }),
  modernMajor({ ...seven, name: 'ai 7.0.173 with /v4', entry: v4 }),
  modernMajor({ ...seven, name: 'ai 7.0.173 with /v3', entry: v3 }),
  modernMajor({ ...seven, name: 'ai 7.0.173 with /v2', entry: v2 }),
  modernMajor({ ...seven00, name: 'ai 7.0.0 with /v4', entry: v4 }),
];
