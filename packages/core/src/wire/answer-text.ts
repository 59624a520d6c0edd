import type { GeneratedFile } from '../turn/generated-file.ts';
import { createFenceStripper } from './code-fence.ts';
import type { DecodeContext } from './dialect.ts';
import { createTextScanner, type TextScanner, type TextSink } from './text-scanner.ts';

/** The way of an answer's text from the wire: tags out, then the fence off where JSON was asked for. */
export function createAnswerText(context: DecodeContext, sink: TextSink): TextScanner {
  if (!context.expectsJson) return createTextScanner(sink);
  const fence = createFenceStripper((text) => sink.text(text));
  const scanner = createTextScanner({
    text: (text) => fence.push(text),
    reasoning: (text) => sink.reasoning(text),
    file: (file: GeneratedFile) => sink.file(file),
  });
  return {
    push: (text) => scanner.push(text),
    end() {
      scanner.end();
      fence.end();
    },
  };
}
