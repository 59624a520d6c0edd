/** Imports the modules named on the command line one after the other, and prints what the last took, in milliseconds. */
const names = process.argv.slice(2);
let tookMs = 0;
for (const name of names) {
  const startedAt = performance.now();
  await import(name);
  tookMs = performance.now() - startedAt;
}
process.stdout.write(String(tookMs));
