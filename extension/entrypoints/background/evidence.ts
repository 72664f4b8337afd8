type Evidence = { leaseToken: string; status: number | null; itemId: string | null; url: string };

/** What pages saw of a submit the moment they saw it; the redirect that follows takes the page's own reply with it. */
export function evidenceBox(sleep: (ms: number) => Promise<void>) {
  let latest: Evidence | null = null;
  return {
    put(evidence: Evidence): void {
      const same = latest?.leaseToken === evidence.leaseToken;
      latest = same ? merge(latest as Evidence, evidence) : evidence;
    },
    /** Proof that the submit of this step was accepted, waiting a moment for a message still on its way. */
    async accepted(leaseToken: string): Promise<{ itemId: string | null } | null> {
      for (let tries = 0; tries < 10; tries += 1) {
        if (latest?.leaseToken === leaseToken && proves(latest)) return { itemId: latest.itemId };
        await sleep(100);
      }
      return null;
    },
  };
}

const merge = (earlier: Evidence, later: Evidence): Evidence => ({
  leaseToken: later.leaseToken,
  status: later.status ?? earlier.status,
  itemId: later.itemId ?? earlier.itemId,
  url: later.url,
});

const proves = ({ status, itemId }: Evidence): boolean =>
  itemId !== null || (status !== null && status >= 200 && status < 300);
