/** The address of an engagement, as it stands in a path. */
export interface EngagementAddress {
  client: string
  engagement: string
}

/** An engagement and its client account, by id, address and name. */
export interface EngagementEntry {
  clientId: string
  clientSlug: string
  clientName: string
  engagementId: string
  engagementSlug: string
  engagementName: string
}
