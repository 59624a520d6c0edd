import { hashText } from '../seeded-random.ts';
import type { Embedder } from './embedder-of.ts';
import { featuresOf } from './features-of.ts';
import { roundToFloat16 } from './round-to-float16.ts';

/** How many places of the vector one feature touches: enough that two features seldom hide each other. */
const placesPerFeature = 12;

/** Signed hashing of the text's features, scaled to the embedder's norm. The same for every seed of the mind. */
export function embedText(text: string, { dimensions, norm }: Embedder): Float32Array {
  const vector = new Float64Array(dimensions);
  for (const [feature, weight] of featuresOf(text)) {
    let hash = hashText(feature);
    for (let place = 0; place < placesPerFeature; place++) {
      hash = (Math.imul(hash ^ (hash >>> 16), 0x45d9f3b) + place) >>> 0;
      const at = (hash >>> 1) % dimensions;
      vector[at] = (vector[at] ?? 0) + (hash & 1 ? weight : -weight);
    }
  }
  const scale = norm / Math.hypot(...vector);
  return Float32Array.from(vector, (value) => roundToFloat16(value * scale));
}
