// An endpoint for webhooks: checks who sent it, answers at once, and does the work afterwards.
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { verifyWebhook } from '@bantubayar/client';

const { BANTUBAYAR_WEBHOOK_SECRET: secret = '', PORT: port = '8080' } = process.env;
/** A message may come twice; a real program remembers them in its database. */
const seen = new Set();

const server = createServer(async (request, response) => {
  const body = await text(request);
  let event;
  try {
    event = verifyWebhook(body, request.headers, secret);
  } catch {
    return response.writeHead(401).end();
  }
  response.writeHead(204).end();
  const id = request.headers['webhook-id'];
  if (seen.has(id)) return;
  seen.add(id);
  console.log(`${event.type} ${JSON.stringify(event.data)}`);
});
server.listen(Number(port), '127.0.0.1', () => console.log(`listening on ${server.address().port}`));
