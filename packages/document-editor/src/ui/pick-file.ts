/** Lets the person choose a file; undefined when none is chosen. */
export function pickFile(accept: string): Promise<File | undefined> {
  const field = document.createElement('input')
  field.type = 'file'
  field.accept = accept
  // Browsers open the chooser of a field that is in the page only.
  field.hidden = true
  document.body.append(field)
  return new Promise((resolve) => {
    const finish = () => {
      const [file] = field.files ?? []
      field.remove()
      resolve(file)
    }
    field.addEventListener('change', finish, { once: true })
    field.addEventListener('cancel', finish, { once: true })
    field.click()
  })
}
