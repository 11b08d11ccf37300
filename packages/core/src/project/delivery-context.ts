import type { ContentStore } from '../catalogue/content-store';
import type { CoreContext } from '../context';
import type { VariableCipher } from '../variable/variable-cipher';

/** What the use cases of delivery are given beside the rest, made once per process. */
export interface DeliveryContext extends CoreContext {
  cipher: VariableCipher;
  content: ContentStore;
  /** Public address of the gateway, without a slash at its end. */
  gatewayUrl: string;
}
