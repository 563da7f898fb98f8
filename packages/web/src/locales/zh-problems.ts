import type { Messages } from '.'

/** What the API's error codes mean, in Simplified Chinese. */
export const problems: Messages['problems'] = {
  BAD_INPUT: '门户无法理解该请求。请重新加载页面后重试。',
  DOCUMENT_SERVER_REFUSED: '文档服务器拒绝了请求。请检查门户和文档服务器是否使用相同的密钥。',
  DOCUMENT_SERVER_UNREACHABLE:
    '门户无法连接文档服务器。请检查它是否正在运行，以及 DOCUMENT_SERVER_INTERNAL_URL 是否正确。',
  EDIT_FORBIDDEN: '您可以查看，但不能修改。请向所有者申请编辑权限。',
  EMAIL_INVALID: "这不是有效的电子邮箱地址。请输入类似 name{'@'}example.org 的地址。",
  EMAIL_TAKEN: '该电子邮箱已被其他账户使用。请使用其他地址。',
  FILE_DAMAGED: '文件已损坏或不完整。请在原来的程序中打开并重新保存，然后再上传。',
  FILE_EMPTY: '文件是空的，没有可打开的内容。请选择其他文件。',
  FILE_ENCRYPTED: '文件受密码保护。请先取消保护，然后再上传。',
  FILE_MISMATCH: '文件内容与扩展名 .{fileType} 不符。请以该格式保存文件，或修改扩展名。',
  FILE_TOO_LARGE: '文件大于本门户的上限 {limit}。请缩小或拆分文件。',
  FILE_TYPE_UNKNOWN: '此处无法打开这种类型的文件。支持的类型：{supported}。',
  FILE_UNSAFE: '文件解压后异常庞大，因此被拒绝。请重新保存后再上传。',
  FORBIDDEN: '您没有执行此操作的权限。请联系所有者与您共享。',
  INTERNAL: '门户出现错误。请重试；如果仍然失败，请管理员查看日志。',
  NAME_INVALID: '不能使用此名称。名称需要 1 到 200 个可见字符。',
  NAME_TAKEN: '这里已有同名内容。请换一个名称。',
  NOT_FOUND: '找不到该内容：它已被删除，或从未与您共享。',
  NOT_SIGNED_IN: '您已退出登录。请重新登录。',
  PASSWORD_TOO_WEAK: '密码太短。请至少使用 {minLength} 个字符。',
  PASSWORD_WRONG: '当前密码不正确。请重新输入。',
  PORTAL_UNREACHABLE: '门户没有响应。请检查网络连接后重试。',
  QUERY_TOO_COMPLEX: '请求过大，被门户拒绝。请重新加载页面后重试。',
  RATE_LIMITED: '尝试次数过多。请等待 {retryAfterSeconds} 秒后重试。',
  SHARE_LINK_INVALID: '链接已被删除或不完整。请向发送者索取新链接。',
  SIGN_IN_FAILED: '电子邮箱或密码不正确。请检查后重试。',
  SIGN_IN_LINK_INVALID: '该链接已被使用或已过期。',
  STORAGE_UNAVAILABLE: '门户暂时无法访问存储。请稍后重试。',
}
