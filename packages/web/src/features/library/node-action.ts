/** What people ask for about documents and folders. */
export type NodeAction =
  | 'favourite'
  | 'details'
  | 'rename'
  | 'delete'
  | 'share'
  | 'versions'
  | 'convert'
  | 'move'
  | 'copyTo'
  | 'copy'
  | 'cut'
  | 'paste'
