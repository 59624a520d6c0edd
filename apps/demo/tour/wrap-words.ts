/** Breaks lines between words as text arrives in pieces, so that none is wider than `columns` unless one word is. */
export function wrapWords(columns: number, write: (text: string) => void) {
  let column = 0;
  let space = '';
  let word = '';

  function putWord() {
    if (word === '') return;
    // Counted in characters as people see them: a surrogate pair is one.
    const width = [...word].length;
    if (column > 0 && column + space.length + width > columns) {
      write('\n');
      column = 0;
      space = '';
    }
    write(space + word);
    column += space.length + width;
    space = '';
    word = '';
  }

  return {
    add(piece: string): void {
      for (const character of piece) {
        if (character === '\n') {
          putWord();
          write('\n');
          column = 0;
          space = '';
        } else if (character === ' ') {
          putWord();
          space += ' ';
        } else word += character;
      }
    },
    /** Writes what is held back and ends the line. */
    end(): void {
      putWord();
      if (column > 0) write('\n');
      column = 0;
      space = '';
    },
  };
}
