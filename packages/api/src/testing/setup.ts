// type-graphql's decorators want it there before the first class with a decorator is read.
import 'reflect-metadata'
