/** The least that an HTTP endpoint for interactions can do: it checks the signature, and answers with one fixed line. */
import { createPublicKey, verify } from 'node:crypto';
import { createServer } from 'node:http';

const x = Buffer.from(process.env.DISCORD_PUBLIC_KEY, 'hex').toString('base64url');
const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
const reply = JSON.stringify({ type: 4, data: { content: 'One fixed line.' } });

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const { 'x-signature-ed25519': signature = '', 'x-signature-timestamp': timestamp = '' } =
      request.headers;
    const signed = Buffer.concat([Buffer.from(timestamp), ...chunks]);
    const isRight = verify(null, signed, key, Buffer.from(signature, 'hex'));
    response.writeHead(isRight ? 200 : 401, { 'content-type': 'application/json' });
    response.end(isRight ? reply : '{}');
  });
});
server.listen(Number(process.env.PORT), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
