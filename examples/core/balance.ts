// Tokens left in every package. Pay-as-you-go accounts have none to show.
import { GigaChat, isPermissionDeniedError } from '@gigakit/core';

await using giga = new GigaChat();
try {
  for (const { model, tokens } of await giga.balance.retrieve()) {
    console.log(model.padEnd(16), tokens.toLocaleString('en'));
  }
} catch (error) {
  if (!isPermissionDeniedError(error)) throw error;
  console.log('This account pays as it goes.');
}
