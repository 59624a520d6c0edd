/** Every member of a resource: `true` for a method that returns a promise; any other member as it is to be. */
type Members<Resource> = { readonly [Name in keyof Resource]: true | Resource[Name] };

type Method = (...parameters: unknown[]) => unknown;

/**
 * A resource whose code is loaded by the first call to it: a program pays for the rooms it enters. Members that are not
 * methods returning promises are given, written so that they load no sooner.
 */
export function lazyResource<Resource extends object>(
  load: () => Promise<Resource>,
  members: Members<Resource>,
): Resource {
  let loading: Promise<Resource> | undefined;
  const later =
    (name: string): Method =>
    async (...parameters) => {
      const resource = await (loading ??= load());
      const method = Reflect.get(resource, name) as Method;
      return method.apply(resource, parameters);
    };
  const resource = Object.entries(members).map(([name, member]) => [
    name,
    member === true ? later(name) : member,
  ]);
  return Object.fromEntries(resource) as Resource;
}
