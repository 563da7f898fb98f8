import type * as english from './en-portal'

/** Texts about what people are told, in Simplified Chinese. */
export const notifications: typeof english.notifications = {
  title: '通知',
  unread: '1 条未读通知 | {count} 条未读通知',
  isUnread: '未读',
  readAll: '全部标为已读',
  nothing: '暂无通知',
  nothingHint: '有人与您共享内容、提到您，或保存失败时，会在此通知您。',
  loadFailed: '无法显示通知。',
  shared: '{name} 与您共享了“{title}”：{role}',
  somebody: '有人',
  gone: '您已无法访问',
  mentionFailed: '未能通知任何人。',
  notMentioned: '以下人员无权阅读此文档，未收到通知（{name}）。',
  kinds: {
    MENTION: '{name} 在“{title}”中提到了您',
    SAVE_FAILED: '“{title}”未能保存',
    CONFLICT: '“{title}”同时被以两种方式更改',
  },
}
