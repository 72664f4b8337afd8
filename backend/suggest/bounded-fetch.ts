export class AnswerTooLong extends Error {
  override name = 'AnswerTooLong';
}

/**
 * Reads the whole answer under the caller's time limit and our own size limit, and follows no redirect: photos and key go
 * to the configured host or nowhere.
 */
export const boundedFetch =
  (fetchFrom: typeof fetch, mostBytes: number): typeof fetch =>
  async (input, init) => {
    const response = await fetchFrom(input, { ...init, redirect: 'error' });
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of response.body ?? []) {
      length += chunk.length;
      if (length > mostBytes) throw new AnswerTooLong('The answer is too long.');
      chunks.push(chunk);
    }
    const { status, statusText, headers } = response;
    return new Response(status === 204 ? null : Buffer.concat(chunks), { status, statusText, headers });
  };
