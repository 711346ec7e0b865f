<?xml version="1.0" encoding="UTF-8"?>
<sld:StyledLayerDescriptor version="1.1.0" xmlns:sld="http://www.opengis.net/sld" xmlns:se="http://www.opengis.net/se" xmlns:ogc="http://www.opengis.net/ogc" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:other="http://example.org/other">
  <sld:NamedLayer>
    <se:Name>areas</se:Name>
    <se:Description><se:Title>Areas</se:Title></se:Description>
    <sld:UserStyle>
      <se:Name>areas</se:Name>
      <se:FeatureTypeStyle version="1.1.0">
        <se:Rule>
          <se:PolygonSymbolizer uom="http://www.opengeospatial.org/se/units/pixel">
            <se:Fill>
              <se:SvgParameter name="fill">
                <se:Categorize fallbackValue="#000000" thresholdsBelongTo="succeeding">
                  <se:LookupValue><ogc:PropertyName>level</ogc:PropertyName></se:LookupValue>
                  <se:Value>#2C7BB6</se:Value><se:Threshold>2</se:Threshold><se:Value>#FFFFBF</se:Value><se:Threshold>4</se:Threshold><se:Value>#D7191C</se:Value>
                </se:Categorize>
              </se:SvgParameter>
            </se:Fill>
            <se:Stroke><se:SvgParameter name="stroke">#222222</se:SvgParameter><se:SvgParameter name="stroke-width">2</se:SvgParameter></se:Stroke>
            <se:Displacement><se:DisplacementX>0</se:DisplacementX><se:DisplacementY>0</se:DisplacementY></se:Displacement>
            <other:Glow radius="3"/>
          </se:PolygonSymbolizer>
          <other:VolumeSymbolizer/>
        </se:Rule>
      </se:FeatureTypeStyle>
    </sld:UserStyle>
  </sld:NamedLayer>
</sld:StyledLayerDescriptor>
