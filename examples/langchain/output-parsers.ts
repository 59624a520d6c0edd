// A parser at the end of a chain: its instructions go into the prompt, its reading of the answer comes out.
import { ChatGigaChat } from '@gigakit/langchain';
import { CommaSeparatedListOutputParser } from '@langchain/core/output_parsers';
import { ChatPromptTemplate } from '@langchain/core/prompts';

const parser = new CommaSeparatedListOutputParser();
const chain = ChatPromptTemplate.fromTemplate('Назови три {what}. {instructions}')
  .pipe(new ChatGigaChat({ temperature: 0 }))
  .pipe(parser);

const cities = await chain.invoke({ what: 'города', instructions: parser.getFormatInstructions() });
console.log(cities);
