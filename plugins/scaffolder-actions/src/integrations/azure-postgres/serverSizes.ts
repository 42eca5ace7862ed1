/**
 * Sizes that people choose from, and what they are in Azure.
 *
 * @see https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-compute
 */
export const serverSizes = {
  small: { sku: 'Standard_B1ms', tier: 'Burstable' },
  medium: { sku: 'Standard_D2ds_v5', tier: 'GeneralPurpose' },
  large: { sku: 'Standard_D4ds_v5', tier: 'GeneralPurpose' },
} as const;

/** See {@link serverSizes}. */
export const serverSizeIds = ['small', 'medium', 'large'] as const;

/** Storage that Azure sells, in GB. */
export const storageSizesGb = [32, 64, 128, 256, 512, 1024] as const;

/** Major version of new servers, where none is asked for. */
export const defaultVersion = '17';
