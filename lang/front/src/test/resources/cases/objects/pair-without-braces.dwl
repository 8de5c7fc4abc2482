root: items map line @(n: $$): $.text
