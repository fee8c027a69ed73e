declare namespace Cloudflare {
  interface Env {
    readonly COMMUNE: DurableObjectNamespace<import('../commune/commune.ts').Commune>;
    readonly PUBLIC_ORIGIN: string;
    readonly ISSUERS: string;
    readonly TEST_KEYS: string;
    readonly LEDGER_KEY: string;
    /** JSON: seed and counts of the fuzzing. */
    readonly FUZZ: string;
  }
  interface GlobalProps {
    mainModule: typeof import('../index.ts');
  }
}
