// The styles of charts are in the dashboard's own sheet; written into the page, our policy would refuse them.
Chart.platform.disableCSSInjection = true;
