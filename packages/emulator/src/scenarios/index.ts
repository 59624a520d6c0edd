import { blacklisted } from './blacklisted.ts';
import { cutByLength } from './cut-by-length.ts';
import { cutStream } from './cut-stream.ts';
import { emptyAnswer } from './empty-answer.ts';
import { emptyArguments } from './empty-arguments.ts';
import { expiredToken } from './expired-token.ts';
import { functionCall } from './function-call.ts';
import { image } from './image.ts';
import { jsonSchema } from './json-schema.ts';
import { plainText } from './plain-text.ts';
import { rateLimitedOnce } from './rate-limited-once.ts';
import { reasoning } from './reasoning.ts';
import type { Scenario } from './scenario.ts';
import { severalCalls } from './several-calls.ts';
import { toolRoundTrip } from './tool-round-trip.ts';
import { webSearch } from './web-search.ts';

export type { Scenario, ScenarioFunction, ScenarioJson, ScenarioOutcome, ScenarioValue } from './scenario.ts';

/** What every client and adapter should cope with. */
export const scenarios: readonly Scenario[] = [
  plainText,
  emptyAnswer,
  reasoning,
  functionCall,
  emptyArguments,
  severalCalls,
  toolRoundTrip,
  webSearch,
  image,
  jsonSchema,
  cutByLength,
  blacklisted,
  rateLimitedOnce,
  expiredToken,
  cutStream,
];
