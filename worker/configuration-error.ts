/** A setting of the deployment that cannot be what it is. It names the setting and never what stands in it: that may be a secret. */

export class ConfigurationError extends Error {
  /** The name of the var or secret. */
  readonly setting: string;

  constructor(setting: string, cause?: unknown) {
    super(`configuration: ${setting} cannot be used as it is`, { cause });
    this.name = 'ConfigurationError';
    this.setting = setting;
  }
}

/** Reads one setting; whatever goes wrong with it is the setting's fault. */
export function reading<T>(setting: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw new ConfigurationError(setting, cause);
  }
}
