ns ns0 http://a
---
{ns0#a @(xsi#nil: true): payload.ns0#b}
