/** The drawers of the cabinet. */
export type Collection =
  | 'items'
  | 'owners'
  | 'erasures'
  | 'releases'
  | 'groups'
  | 'targets'
  | 'disputes'
  | 'suggestions'
  | 'audit'
  | 'notices'
  | 'webhooks';
