import { type DesiredNetwork, type DesiredVolume, LABELS } from '@jalon/contracts';

/** Body of `POST /volumes/create`; `operation` is the key that recovery finds it by. */
export function volumeBody(volume: DesiredVolume, operation: string) {
  return {
    Name: volume.name,
    Labels: { ...volume.labels, [LABELS.operation]: operation },
    DriverOpts: volume.driverOpts,
    ...(volume.driver ? { Driver: volume.driver } : {}),
  };
}

/** Body of `POST /networks/create`; `operation` is the key that recovery finds it by. */
export function networkBody(network: DesiredNetwork, operation: string) {
  return {
    Name: network.name,
    CheckDuplicate: true,
    Internal: network.internal,
    Labels: { ...network.labels, [LABELS.operation]: operation },
    ...(network.driver ? { Driver: network.driver } : {}),
  };
}
