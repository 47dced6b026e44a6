import type { InstallmentsOption } from '@florin/contract';

export type InstallmentsMethod = InstallmentsOption & { key: string };
