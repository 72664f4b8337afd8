export interface Openable {
  open(): Promise<unknown>;
  close(): void;
  delete(): Promise<void>;
}

/**
 * Opens the ledger, at most three times: twice as it is, and once more after a damaged one was thrown away, because such a
 * database never mends itself (reliability.md §1.4). `broken` = the browser's store does not take a new one either. A
 * newer version's database is not damage: it is left alone.
 */
export async function openLedger(ledger: Openable): Promise<'whole' | 'replaced' | 'broken'> {
  if ((await reason(ledger)) === null) return 'whole';
  const why = await reason(ledger);
  if (why === null) return 'whole';
  if (!damage.test(why)) return 'broken';
  const gone = await ledger.delete().then(
    () => true,
    () => false,
  );
  return gone && (await reason(ledger)) === null ? 'replaced' : 'broken';
}

/** What browsers say of a store that cannot be read any more; not of a full disk nor of a version from the future. */
const damage = /UnknownError|Internal error|backing store|corrupt|NotFoundError|DataError/i;

const reason = async (ledger: Openable): Promise<string | null> =>
  ledger.open().then(
    () => null,
    (error: unknown) => {
      ledger.close();
      return String(error);
    },
  );
