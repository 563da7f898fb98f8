/** What people ask for about documents and folders. */
export type NodeAction =
  | 'favourite'
  | 'details'
  | 'rename'
  | 'delete'
  | 'share'
  | 'versions'
  | 'move'
  | 'copyTo'
  | 'copy'
  | 'cut'
  | 'paste'
