import { Field, ObjectType } from 'type-graphql'

@ObjectType('SingleSignOn', { description: 'The way in with an account that people have elsewhere.' })
export class SingleSignOnModel {
  @Field(() => String, { description: 'What the button on the sign-in page says.' })
  label!: string

  @Field(() => String, {
    description: 'The page to visit, with `?redirect=` and a path of the portal to come back to.',
  })
  url!: string
}
