import type { Knex } from 'knex'
import { initial } from './0001-initial.js'
import { editing } from './0002-editing.js'
import { people } from './0003-people.js'
import { trash } from './0004-trash.js'
import { sharing } from './0005-sharing.js'
import { search } from './0010-search.js'
import { live } from './0020-live.js'
import { notifications } from './0021-notifications.js'
import { favourites } from './0022-favourites.js'
import { versions } from './0030-versions.js'
import { quotas } from './0041-quotas.js'
import { previews } from './0040-previews.js'
import { singleSignOn } from './0050-single-sign-on.js'
import { versionViews } from './0051-version-views.js'
import { searchTexts } from './0060-search-texts.js'
import { chosenLanguage } from './0061-chosen-language.js'
import { searchConversions } from './0062-search-conversions.js'
import { listingOrder } from './0070-listing-order.js'
import { finishedUploads } from './0071-finished-uploads.js'
import { activities } from './0072-activities.js'
import { liveLists } from './0073-live-lists.js'
import { preferences } from './0074-preferences.js'
import { pictures } from './0075-pictures.js'
import { courses } from './0076-courses.js'
import { pdfSearch } from './0080-pdf-search.js'
import { notificationPlaces } from './0090-notification-places.js'
import { searchInWork } from './0091-search-in-work.js'

/** All migrations in order. A migration that has been released is never changed. */
const migrations: { name: string; steps: Knex.Migration }[] = [
  { name: '0001-initial', steps: initial },
  { name: '0002-editing', steps: editing },
  { name: '0003-people', steps: people },
  { name: '0004-trash', steps: trash },
  { name: '0005-sharing', steps: sharing },
  { name: '0010-search', steps: search },
  { name: '0020-live', steps: live },
  { name: '0021-notifications', steps: notifications },
  { name: '0022-favourites', steps: favourites },
  { name: '0030-versions', steps: versions },
  { name: '0040-previews', steps: previews },
  { name: '0041-quotas', steps: quotas },
  { name: '0050-single-sign-on', steps: singleSignOn },
  { name: '0051-version-views', steps: versionViews },
  { name: '0060-search-texts', steps: searchTexts },
  { name: '0061-chosen-language', steps: chosenLanguage },
  { name: '0062-search-conversions', steps: searchConversions },
  { name: '0070-listing-order', steps: listingOrder },
  { name: '0071-finished-uploads', steps: finishedUploads },
  { name: '0072-activities', steps: activities },
  { name: '0073-live-lists', steps: liveLists },
  { name: '0074-preferences', steps: preferences },
  { name: '0075-pictures', steps: pictures },
  { name: '0076-courses', steps: courses },
  { name: '0080-pdf-search', steps: pdfSearch },
  { name: '0090-notification-places', steps: notificationPlaces },
  { name: '0091-search-in-work', steps: searchInWork },
]

/** Gives knex the migrations as modules, so that they run from source and from the build alike. */
export const migrationSource: Knex.MigrationSource<(typeof migrations)[number]> = {
  getMigrations: () => Promise.resolve(migrations),
  getMigrationName: ({ name }) => name,
  getMigration: ({ steps }) => Promise.resolve(steps),
}
