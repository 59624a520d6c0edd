// Many replicas, one sign-in: tokens are kept in a Keyv, which may lie in Redis, PostgreSQL or a file.
import { GigaChat, type ClientEvent } from '@gigakit/core';
import Keyv from 'keyv';

const tokenStore = new Keyv(); // new Keyv(new KeyvRedis('redis://…')) where there are several machines
let signIns = 0;
const onEvent = (event: ClientEvent) => {
  if (event.type === 'request' && event.operation === 'oauth') signIns += 1;
};

for (const replica of ['one', 'two', 'three']) {
  await using giga = new GigaChat({ tokenStore, onEvent });
  console.log(replica, (await giga.models.list()).length, 'models');
}
console.log(`${signIns} sign-in for three replicas`);
