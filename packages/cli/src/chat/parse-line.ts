/** A line typed into the chat, told apart by `type`. */
export type ChatLine =
  | { readonly type: 'empty' | 'help' | 'new' | 'retry' | 'exit' }
  | { readonly type: 'say'; readonly text: string }
  | { readonly type: 'system' | 'model' | 'file' | 'save'; readonly argument: string }
  | { readonly type: 'wrong'; readonly message: string };

/** What /help prints. */
export const chatHelp = `/new             forget the conversation
/system <text>   instructions to the model; without a text, none
/model <id>      who answers from now on
/file <path>     a picture or document that goes with the next question
/retry           ask the last question again
/save <path>     write the conversation as JSON
/exit            leave, as Ctrl-D does
Ctrl-C stops the answer, and a second one leaves. A line that begins with // is said with one /.`;

const plain = ['help', 'new', 'retry', 'exit'] as const;
const withArgument = ['model', 'file', 'save'] as const;

/** Reads one line of the chat. */
export function parseLine(line: string): ChatLine {
  const text = line.trim();
  if (text === '') return { type: 'empty' };
  if (text.startsWith('//')) return { type: 'say', text: text.slice(1) };
  if (!text.startsWith('/')) return { type: 'say', text };
  const [, name = '', argument = ''] = /^\/(\S*)\s*(.*)$/su.exec(text) ?? [];
  if (name === 'quit') return { type: 'exit' };
  if (name === 'system') return { type: 'system', argument };
  const simple = plain.find((known) => known === name);
  if (simple !== undefined) return { type: simple };
  const asking = withArgument.find((known) => known === name);
  if (asking === undefined)
    return { type: 'wrong', message: `There is no command /${name}; /help lists them.` };
  return argument === ''
    ? { type: 'wrong', message: `/${name} needs ${asking === 'model' ? 'a model id' : 'a path'}.` }
    : { type: asking, argument };
}
