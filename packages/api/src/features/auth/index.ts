export { UserModel, UserReferenceModel } from './auth.model.js'
export { requireAdministrator, requireScope, type Actor } from './actor.js'
export { setUpAdministrator } from './administrator.js'
export { createAccountService, refuseTakenEmail } from './account.service.js'
export { createApiTokenService } from './api-token.service.js'
export { createAuthService, toActor, type AuthService, type Origin } from './auth.service.js'
export { getEmail } from './email.js'
export {
  createPasswordLinkService,
  type PasswordLink,
  type PasswordLinkService,
} from './password-link.service.js'
export { createPictureService, picturePath, type PictureService } from './picture.service.js'
export { hashPassword, isPassword } from './password.js'
export { sessionRepository } from './session.repository.js'
export { languageOf, userRepository, type Theme, type User } from './user.repository.js'
