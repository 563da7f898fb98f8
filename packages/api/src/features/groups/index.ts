export { groupRepository, type Group } from './group.repository.js'
export { GroupReferenceModel } from './groups.model.js'
export { createGroupsService } from './groups.service.js'
