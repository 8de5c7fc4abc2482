people map ($.name decorate $.title)
