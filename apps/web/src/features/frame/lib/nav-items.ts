import { allows, type Role, type Scope } from '@jalon/contracts';
import {
  Boxes,
  Braces,
  FolderGit2,
  Lightbulb,
  type LucideIcon,
  Percent,
  ScrollText,
  Server,
  Signpost,
  TrendingUp,
  Users,
} from 'lucide-react';

export interface NavItem {
  /** Key of its name in the `nav` messages. */
  name:
    | 'portfolio'
    | 'useCases'
    | 'projects'
    | 'catalogue'
    | 'hosts'
    | 'gates'
    | 'value'
    | 'variables'
    | 'people'
    | 'audit';
  href: string;
  scope: Scope;
  icon: LucideIcon;
}

const ITEMS: readonly NavItem[] = [
  { name: 'portfolio', href: '/portfolio', scope: 'portfolio:read', icon: TrendingUp },
  { name: 'useCases', href: '/use-cases', scope: 'portfolio:read', icon: Lightbulb },
  { name: 'projects', href: '/projects', scope: 'project:read', icon: FolderGit2 },
  { name: 'catalogue', href: '/catalogue', scope: 'project:create', icon: Boxes },
  { name: 'hosts', href: '/hosts', scope: 'host:read', icon: Server },
  { name: 'gates', href: '/admin/gates', scope: 'setting:write', icon: Signpost },
  { name: 'value', href: '/admin/value', scope: 'setting:write', icon: Percent },
  { name: 'variables', href: '/admin/variables', scope: 'setting:write', icon: Braces },
  { name: 'people', href: '/admin/people', scope: 'user:admin', icon: Users },
  { name: 'audit', href: '/admin/audit', scope: 'audit:read', icon: ScrollText },
];

/** The pages that a role may see; what it may not see is not there. */
export function navItems(role: Role): NavItem[] {
  return ITEMS.filter((item) => allows(role, item.scope));
}

/** True when `pathname` is the item's page or below it. */
export function isCurrent(item: NavItem, pathname: string): boolean {
  return pathname === item.href || pathname.startsWith(`${item.href}/`);
}
