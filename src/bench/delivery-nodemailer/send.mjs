// Sends the same digest to each reader through nodemailer's pool.
// Usage: node send.mjs PORT MAILS CONNECTIONS MAIL-FILE-HTML MAIL-FILE-TEXT
import { readFileSync } from 'node:fs';
import nodemailer from 'nodemailer';

const [port, mails, connections, html, text] = [...process.argv.slice(2, 5).map(Number), ...process.argv.slice(5)];
const digest = { html: readFileSync(html, 'utf8'), text: readFileSync(text, 'utf8') };
const transport = nodemailer.createTransport({
  host: '127.0.0.1', port, pool: true, maxConnections: connections, maxMessages: Infinity, secure: false, ignoreTLS: true,
});

function mail(reader) {
  const address = `reader${reader}@example.com`;
  const link = `https://news.example.org/u/${reader}`;
  const personal = (part) => part.replaceAll('READER-ADDRESS', address).replaceAll('https://READER-LINK', link);
  return {
    from: 'news@example.org', to: address, subject: 'Größer als je: die Nachrichten des Morgens',
    html: personal(digest.html), text: personal(digest.text), list: { unsubscribe: link },
  };
}

async function send(count) {
  let next = 0;
  // As many in flight as it can use, but not all at once in memory.
  const feeders = Array.from({ length: connections * 4 }, async () => {
    while (next < count) await transport.sendMail(mail(next++));
  });
  await Promise.all(feeders);
}

await send(Math.min(500, mails));
const start = process.hrtime.bigint();
await send(mails);
const seconds = Number(process.hrtime.bigint() - start) / 1e9;
console.log(`nodemailer ${connections} ${(mails / seconds).toFixed(0)}`);
transport.close();
