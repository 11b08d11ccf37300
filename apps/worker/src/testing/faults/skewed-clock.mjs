// Loaded before the worker: its wall clock is off by JALON_TEST_SKEW_MS, as that of a machine that nobody has set.
const skewMs = Number(process.env.JALON_TEST_SKEW_MS);
const RealDate = Date;

globalThis.Date = class extends RealDate {
  constructor(...parts) {
    if (parts.length === 0) super(RealDate.now() + skewMs);
    else super(...parts);
  }

  static now() {
    return RealDate.now() + skewMs;
  }
};
