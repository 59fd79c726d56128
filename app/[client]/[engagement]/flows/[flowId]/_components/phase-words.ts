import type { PhaseName } from '@/lib/domain/flows/schema'

export interface PhaseWords {
  title: string
  /** What happens there, in one line. */
  purpose: string
  /** What its progress counts. */
  unit: string
}

export const phaseWords: Record<PhaseName, PhaseWords> = {
  data_import: { title: 'Import', purpose: 'Read the file into rows', unit: 'parts' },
  attribute_mapping: {
    title: 'Map columns',
    purpose: 'Say what each column means',
    unit: 'columns',
  },
  data_cleansing: { title: 'Cleanse', purpose: 'Find doubtful values', unit: 'rows' },
  asset_inventory: { title: 'Inventory', purpose: 'Find or create the assets', unit: 'rows' },
  dependency_analysis: {
    title: 'Dependencies',
    purpose: 'Who talks to whom',
    unit: 'dependencies',
  },
  assessment: { title: 'Assessment', purpose: 'What to do with each asset', unit: 'assets' },
}
