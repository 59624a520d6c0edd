import { expect, test, vi } from 'vitest';
import { judgeRemoteUrl, type RemoteRules } from './remote-guard.ts';

const open: RemoteRules = { remote: 'public', allowHttp: true };

const judge = (url: string, rules: RemoteRules = open) => judgeRemoteUrl(new URL(url), rules);

test.each([
  'https://example.com/cat.jpg',
  'http://example.com/cat.jpg',
  'https://example.com:443/cat.jpg',
  'https://пример.рф/кот.jpg',
  'https://93.184.216.34/cat.jpg',
  'https://[2606:4700::1111]/cat.jpg',
  'https://localhost.example.com/',
  'https://10.0.0.1.nip.io/',
])('%s may be fetched', async (url) => {
  expect(await judge(url)).toEqual({ isAllowed: true, addresses: 'public' });
});

test.each([
  ['file:///etc/passwd', 'a file'],
  ['ftp://example.com/', 'another protocol'],
  ['gopher://example.com/', 'another protocol'],
  ['https://user@example.com/', 'a user name'],
  ['https://user:secret@example.com/', 'credentials'],
  ['https://example.com@127.0.0.1/', 'a host dressed up as a user name'],
  ['https://example.com:8443/', 'another port'],
  ['http://example.com:22/', 'another port'],
  ['http://localhost/', 'loopback by name'],
  ['http://LOCALHOST./', 'loopback by name, with a final dot'],
  ['http://app.localhost/', 'loopback by name'],
  ['http://127.0.0.1/', 'loopback'],
  ['http://127.1/', 'loopback, shortened'],
  ['http://2130706433/', 'loopback in decimal'],
  ['http://0x7f000001/', 'loopback in hexadecimal'],
  ['http://0x7f.0.0.1/', 'loopback, partly hexadecimal'],
  ['http://017700000001/', 'loopback in octal'],
  ['http://0177.0.0.1/', 'loopback, partly octal'],
  ['http://127.0.0.1./', 'loopback with a final dot'],
  ['http://１２７.０.０.１/', 'loopback in full-width digits'],
  ['http://①②⑦.⓪.⓪.①/', 'loopback in circled digits'],
  ['http://%31%32%37.0.0.1/', 'loopback, percent-encoded'],
  ['http://0/', 'this host'],
  ['http://[::1]/', 'loopback'],
  ['http://[::ffff:127.0.0.1]/', 'loopback, mapped'],
  ['http://[64:ff9b::a9fe:a9fe]/', 'metadata by NAT64'],
  ['http://[2002:a9fe:a9fe::]/', 'metadata by 6to4'],
  ['http://169.254.169.254/latest/meta-data/', 'metadata'],
  ['http://2852039166/', 'metadata in decimal'],
  ['http://metadata.google.internal/', 'metadata by name'],
  ['http://192.168.0.1/', 'private'],
  ['http://100.64.0.1/', 'carrier-grade NAT'],
  ['http://intranet/', 'a name without a dot'],
  ['http://printer.local/', 'a name of the local network'],
  ['http://wiki.corp/', 'a name of a company'],
  ['http://router.home.arpa/', 'a name of the home'],
])('%s may not: %s', async (url) => {
  expect(await judge(url)).toMatchObject({ isAllowed: false });
});

test('off refuses everything', async () => {
  expect(await judge('https://example.com/', { ...open, remote: 'off' })).toMatchObject({
    isAllowed: false,
    reason: expect.stringContaining('attachments.remote'),
  });
});

test('http may be refused apart', async () => {
  expect(await judge('http://example.com/', { ...open, allowHttp: false })).toMatchObject({
    isAllowed: false,
    reason: expect.stringContaining('only https:'),
  });
});

test('a function narrows what is public, and does not open what is private', async () => {
  const remote = vi.fn((url: URL) => url.hostname.endsWith('example.com') || url.hostname === '10.0.0.1');
  const rules = { ...open, remote };
  expect(await judge('https://cdn.example.com/', rules)).toEqual({ isAllowed: true, addresses: 'public' });
  expect(await judge('https://other.org/', rules)).toMatchObject({ isAllowed: false });
  expect(await judge('http://10.0.0.1/', rules)).toMatchObject({ isAllowed: false });
  expect(remote).toHaveBeenCalledTimes(3);
});

test('a function may open an address of the own network by saying so', async () => {
  const rules: RemoteRules = { ...open, remote: () => 'any-address' };
  expect(await judge('http://10.0.0.1:8080/', rules)).toEqual({ isAllowed: true, addresses: 'any' });
  expect(await judge('file:///etc/passwd', rules)).toMatchObject({ isAllowed: false });
});
