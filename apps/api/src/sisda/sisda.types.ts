/** What the payment service sends, as far as it was checked. Field names are the service's own. */

export interface SisdaSummary {
  total_billed?: unknown;
  total_paid?: unknown;
  total_remaining?: unknown;
}

export interface SisdaItem {
  unit_id?: unknown;
  unit_name?: unknown;
  amount_billed?: unknown;
  amount_paid?: unknown;
  remaining_balance?: unknown;
  journal_date?: unknown;
}

export interface SisdaCategory {
  category_name?: unknown;
  summary?: SisdaSummary | null;
  items?: SisdaItem[] | null;
}

export interface SisdaPeriod {
  period_id?: unknown;
  kelas_info?: unknown;
  summary?: SisdaSummary | null;
  categories?: SisdaCategory[] | null;
}

/** The one element of `data`. */
export interface SisdaPayments {
  idperson?: unknown;
  saldo?: unknown;
  periods: SisdaPeriod[];
}
