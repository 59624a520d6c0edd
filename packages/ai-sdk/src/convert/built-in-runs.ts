import type { BuiltInToolName } from '@gigakit/core/turn';
import { builtInToolType } from './built-in-tool-id.ts';
import type { ChatPart } from './chat-part.ts';

export interface BuiltInProgress {
  readonly tool: string;
  readonly status: 'running' | 'success' | 'fail';
  readonly censored?: boolean;
}

interface Run {
  readonly id: string;
  readonly name: string;
  readonly marks: { providerExecuted: true; dynamic?: true };
}

/**
 * The tools that GigaChat ran within one answer, as calls with results that the provider executed itself. Under
 * the name the caller gave the tool; a tool nobody asked for is `dynamic`, since `ai` knows no schema of it.
 */
export class BuiltInRuns {
  private readonly names: ReadonlyMap<BuiltInToolName, string>;
  private readonly emit: (part: ChatPart) => void;
  /** Those that have begun and not ended. The first generation of the API never says that a tool is done. */
  private readonly running = new Map<string, Run>();
  private count = 0;

  constructor(names: ReadonlyMap<BuiltInToolName, string>, emit: (part: ChatPart) => void) {
    this.names = names;
    this.emit = emit;
  }

  /** `requestId` makes ids unique in the conversation. */
  write(event: BuiltInProgress, requestId: string | undefined): void {
    const run = this.running.get(event.tool) ?? this.begin(event.tool, requestId);
    if (event.status === 'running') return;
    this.running.delete(event.tool);
    this.finish(run, event.censored === true ? 'censored' : event.status);
  }

  end(status: 'success' | 'fail'): void {
    for (const run of this.running.values()) this.finish(run, status);
    this.running.clear();
  }

  private begin(tool: string, requestId: string | undefined): Run {
    const type = builtInToolType(tool);
    const asked = type === undefined ? undefined : this.names.get(type);
    const run: Run = {
      id: `${requestId ?? crypto.randomUUID()}:${type ?? tool}:${this.count++}`,
      name: asked ?? type ?? tool,
      marks: { providerExecuted: true, ...(asked === undefined ? { dynamic: true } : {}) },
    };
    this.running.set(tool, run);
    const { id, name: toolName, marks } = run;
    this.emit({ type: 'tool-input-start', id, toolName, ...marks });
    this.emit({ type: 'tool-input-delta', id, delta: '{}' });
    this.emit({ type: 'tool-input-end', id });
    this.emit({ type: 'tool-call', toolCallId: id, toolName, input: '{}', ...marks });
    return run;
  }

  private finish(run: Run, status: string): void {
    this.emit({
      type: 'tool-result',
      toolCallId: run.id,
      toolName: run.name,
      result: { status },
      ...(status === 'success' ? {} : { isError: true }),
      ...(run.marks.dynamic === true ? { dynamic: true } : {}),
    });
  }
}
