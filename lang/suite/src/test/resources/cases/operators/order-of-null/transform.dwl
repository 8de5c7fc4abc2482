var none = null
---
{small: none < 3}.small
