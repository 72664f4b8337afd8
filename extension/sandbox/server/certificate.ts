import { generate } from 'selfsigned';

import { certificateNames } from '../hosts.ts';

/** A certificate for Vinted's names, made at start; browsers are told to ignore that nobody vouches for it. */
export async function makeCertificate(): Promise<{ key: string; cert: string }> {
  const altNames = [
    ...certificateNames.map((value) => ({ type: 2 as const, value })),
    { type: 7 as const, ip: '127.0.0.1' },
  ];
  const pems = await generate([{ name: 'commonName', value: 'www.vinted.fr' }], {
    keySize: 2048,
    extensions: [{ name: 'subjectAltName', altNames }],
  });
  return { key: pems.private, cert: pems.cert };
}
