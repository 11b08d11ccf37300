import type { Refusal, StackModel } from '@jalon/contracts';
import type { PolicyAllowance } from './allowance';
import { serviceRefusals } from './service-refusals';
import { countRefusals, networkRefusals, sizeRefusals, volumeRefusals } from './stack-refusals';

/**
 * What a stack asks for and may not have. Each refusal names its rule and says what to do instead. Services outside the
 * running profile and jobs are checked too: they run on the same host. What is let through here passes the last gate
 * (`engineRequestBreaches`) as well; this one speaks the words of the Compose file, and speaks before anything is done.
 */
export function checkPolicy(stack: StackModel, allowance: PolicyAllowance = {}): Refusal[] {
  const tooLarge = sizeRefusals(stack);
  if (tooLarge.length > 0) return tooLarge;
  return [
    ...Object.values(stack.services).flatMap((service) => serviceRefusals(service, allowance)),
    ...Object.values(stack.volumes).flatMap((volume) => volumeRefusals(volume, allowance)),
    ...Object.values(stack.networks).flatMap((network) => networkRefusals(network, allowance)),
    ...countRefusals(stack),
  ];
}
