/** What the API's error codes mean: what is wrong, why, and what to do. */
export const problems = {
  ACCOUNT_DEACTIVATED: 'This account was deactivated. Ask an administrator to activate it again.',
  BAD_INPUT: 'The portal did not understand the request. Reload the page and try again.',
  BEING_EDITED:
    '{people} is editing {names} just now. Ask them to close it first, or delete it all the same.',
  CONVERSION_FAILED:
    'The document server could not make a .{outputType} file of it. Try again in a moment, or choose another format.',
  CONVERSION_UNKNOWN: 'It cannot be converted into this format. Possible: {supported}.',
  DIFFERENCE_TOO_LARGE:
    'Versions above {limit} cannot be compared here. Download both and compare them in their program.',
  DIFFERENCE_UNKNOWN:
    'Versions of .{fileType} files cannot be compared here. Open both, or save the document in a newer format.',
  DOCUMENT_SERVER_REFUSED:
    'The document server refused the request. Check that portal and document server use the same secret.',
  DOCUMENT_SERVER_UNREACHABLE:
    'The portal cannot reach the document server. Check that it runs and that DOCUMENT_SERVER_INTERNAL_URL is right.',
  DOWNLOAD_FORBIDDEN: 'This was shared for looking only, without download. Ask its owner.',
  EDIT_FORBIDDEN: 'You can view this, but not change it. Ask its owner for the right to edit.',
  EMAIL_INVALID: 'This is not an e-mail address. Enter one such as name@example.org.',
  EMAIL_TAKEN: 'Another account has this e-mail address. Use another one.',
  FILE_DAMAGED:
    'The file is damaged or incomplete. Open it where it came from, save it again and upload that.',
  FILE_EMPTY: 'The file is empty, so there is nothing to open. Choose another file.',
  FILE_ENCRYPTED:
    'The file is protected by a password, without which this cannot be done. Open it with its password, or remove the protection.',
  FILE_MISMATCH:
    'The content is not what the ending .{fileType} says. Save the file in that format, or rename it.',
  FILE_TOO_LARGE:
    'The file is larger than {limit}, the most that this portal takes. Make it smaller or split it.',
  FILE_TYPE_UNKNOWN: 'Files of this type cannot be opened here. Supported: {supported}.',
  FILE_UNSAFE:
    'The file unpacks to far more than it should, so it was refused. Save it again and upload that.',
  FORBIDDEN: 'You have no right to do this. Ask the owner to share it with you.',
  INTERNAL:
    'Something in the portal went wrong. Try again; if it stays, ask the administrator to read the log.',
  LAST_ADMINISTRATOR:
    'This is the last administrator who can come in. Make somebody else an administrator first.',
  MAIL_UNAVAILABLE: 'This portal sends no mail. Ask an administrator for a link to choose a new password.',
  MOVE_INTO_ITSELF: '“{name}” cannot go into itself or into a folder within it. Choose another folder.',
  NAME_CHANGED: 'Somebody just renamed this to “{name}”. Rename it again if you still want to.',
  NAME_INVALID: 'This name cannot be used. It needs 1 to 200 visible characters.',
  NAME_TAKEN: 'Something here has this name already. Choose another one.',
  NOT_FOUND: 'It is not here: it was deleted, or it was never shared with you.',
  NOT_SIGNED_IN: 'You are not signed in any more. Sign in again.',
  PASSWORD_TOO_WEAK: 'The password is too short. Use at least {minLength} characters.',
  PASSWORD_WRONG: 'The current password is wrong. Enter it again.',
  PICTURE_INVALID: 'This is no picture that can be used. Choose a PNG, JPEG or WebP picture.',
  PICTURE_TOO_LARGE: 'The picture is too large. Make it smaller, and choose it again.',
  PORTAL_UNREACHABLE: 'The portal does not answer. Check your connection, then try again.',
  QUOTA_EXCEEDED:
    'There is no room left for this. Delete something for ever, also from the bin, or ask an administrator for more room.',
  QUERY_TOO_COMPLEX: 'The portal refused the request as too large. Reload the page and try again.',
  RATE_LIMITED: 'Too many attempts. Wait {retryAfterSeconds} seconds and try again.',
  SCOPE_MISSING: 'The API token may not do this. Make another token that has the scope “{scope}”.',
  SHARE_LINK_INVALID: 'The link was deleted or is incomplete. Ask the person who sent it for a new one.',
  SHARE_LINK_PASSWORD: 'This link needs its password, and that was not it. Ask the person who sent it.',
  SIGN_IN_FAILED: 'The e-mail address or the password is wrong. Check both and try again.',
  SIGN_IN_LINK_INVALID: 'The link was used already or has expired.',
  SSO_DOMAIN_FORBIDDEN:
    'This portal does not take people of your e-mail domain. Use another account, or ask an administrator.',
  SSO_EMAIL_UNVERIFIED:
    'The single sign-on gave no verified e-mail address, by which your account is found. Verify your address there, then try again.',
  SSO_EXPIRED: 'The sign-in took too long, or was begun in another browser. Begin it again.',
  SSO_FAILED:
    'The single sign-on gave an answer that the portal cannot trust. Try again; if it stays, tell an administrator.',
  SSO_NO_ACCOUNT: 'Nobody here has your e-mail address. Ask an administrator for an invitation.',
  SSO_REFUSED: 'The single sign-on was cancelled or refused. Try again.',
  SSO_UNREACHABLE:
    'The single sign-on does not answer as it should. Try again in a moment, or tell an administrator.',
  STORAGE_UNAVAILABLE: 'The portal cannot reach its storage just now. Try again in a moment.',
  VERSION_NEEDED:
    'Version {number} is still needed: it is current, newest, pinned, or somebody is editing from it. Unpin it, or wait until the editor is closed.',
  TOO_MANY_NODES: 'That is more than {limit} at once. Choose fewer.',
}
